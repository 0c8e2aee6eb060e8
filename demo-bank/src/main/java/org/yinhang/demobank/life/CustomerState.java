package org.yinhang.demobank.life;

import java.nio.ByteBuffer;

/** Everything about one customer that changes with the days; a fixed number of bytes in the state file. */
public final class CustomerState {

    /** Bytes one customer takes in the state file. */
    public static final int BYTES = 640;

    static final int LOANS = 3;
    static final int MARKETING = 0x7F;
    static final int PROFILING = 1 << 7;
    static final int BUREAU = 1 << 8;
    static final int PARTNERS = 1 << 9;

    /** No card has this balance: what is owed is never positive. */
    static final long NEVER_WRITTEN = 1;

    int records;
    boolean joined;
    boolean deceased;
    boolean distressed;
    boolean everDefaulted;
    int incomePermille;
    int consents;
    long current;
    long term;
    long wealth;
    long card;
    long dailyBalances;
    int balanceDays;
    int inquiries;
    int lateInstalments;
    long monthlyDue;
    long complaint;
    int complaintEnds;
    int complaintSubject;
    boolean complaintSevere;
    long termWritten;
    long wealthWritten;
    long cardWritten;
    final ContactMemory memory = new ContactMemory();
    final ApplicationState application = new ApplicationState();
    final LineState line = new LineState();
    final LoanState[] loans = {new LoanState(), new LoanState(), new LoanState()};

    /** Makes this the state of a customer to whom nothing has happened. */
    public void clear() {
        read(ByteBuffer.allocate(BYTES));
    }

    boolean hasFreeLoan() {
        for (LoanState loan : loans) {
            if (!loan.isOpen()) {
                return true;
            }
        }
        return false;
    }

    boolean hasRunningLoan() {
        for (LoanState loan : loans) {
            if (loan.isRunning()) {
                return true;
            }
        }
        return false;
    }

    boolean consentsTo(int channel) {
        return (consents & (1 << channel)) != 0;
    }

    /** Writes exactly {@link #BYTES} bytes. */
    public void write(ByteBuffer out) {
        int end = out.position() + BYTES;
        out.putInt(records);
        out.putInt((joined ? 1 : 0)
                | (deceased ? 2 : 0)
                | (distressed ? 4 : 0)
                | (everDefaulted ? 8 : 0)
                | (complaintSevere ? 16 : 0));
        out.putInt(incomePermille).putInt(consents);
        out.putLong(current).putLong(term).putLong(wealth).putLong(card).putLong(dailyBalances);
        out.putInt(balanceDays).putInt(inquiries).putInt(lateInstalments).putLong(monthlyDue);
        out.putLong(complaint).putInt(complaintEnds).putInt(complaintSubject);
        out.putLong(termWritten).putLong(wealthWritten).putLong(cardWritten);
        memory.write(out);
        application.write(out);
        line.write(out);
        for (LoanState loan : loans) {
            loan.write(out);
        }
        while (out.position() < end) {
            out.put((byte) 0);
        }
    }

    /** Reads exactly {@link #BYTES} bytes. */
    public void read(ByteBuffer in) {
        int end = in.position() + BYTES;
        records = in.getInt();
        int flags = in.getInt();
        joined = (flags & 1) != 0;
        deceased = (flags & 2) != 0;
        distressed = (flags & 4) != 0;
        everDefaulted = (flags & 8) != 0;
        complaintSevere = (flags & 16) != 0;
        incomePermille = in.getInt();
        consents = in.getInt();
        current = in.getLong();
        term = in.getLong();
        wealth = in.getLong();
        card = in.getLong();
        dailyBalances = in.getLong();
        balanceDays = in.getInt();
        inquiries = in.getInt();
        lateInstalments = in.getInt();
        monthlyDue = in.getLong();
        complaint = in.getLong();
        complaintEnds = in.getInt();
        complaintSubject = in.getInt();
        termWritten = in.getLong();
        wealthWritten = in.getLong();
        cardWritten = in.getLong();
        memory.read(in);
        application.read(in);
        line.read(in);
        for (LoanState loan : loans) {
            loan.read(in);
        }
        in.position(end);
    }
}
