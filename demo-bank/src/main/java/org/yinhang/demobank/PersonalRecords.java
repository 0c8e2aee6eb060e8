package org.yinhang.demobank;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yinhang.demobank.person.People;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.PersonNames;
import org.yinhang.demobank.world.Purpose;
import org.yinhang.demobank.world.World;

/** Invents the personal data of every customer. */
final class PersonalRecords {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final String[] STREETS = {"模拟路", "示范街", "引航大道", "测试巷", "样例路"};

    private final World world;
    private final People people;
    private final Dice dice;

    PersonalRecords(World world) {
        this.world = world;
        this.people = new People(world);
        this.dice = new Dice(world.seed());
    }

    void deliver(PersonalRows rows) {
        for (int customer = 0; customer < world.customers(); customer++) {
            rows.accept(of(people.of(customer)));
        }
    }

    private PersonalRow of(Person person) {
        dice.about(person.number()).forever(Purpose.PERSONAL);
        String name = PersonNames.name(dice, person.female());
        String number = String.format(Locale.ROOT, "%09d", person.number());
        int serial = dice.below(499) * 2 + (person.female() ? 2 : 1);
        String address = person.city().name() + STREETS[dice.below(STREETS.length)] + (1 + dice.below(999)) + "号"
                + (1 + dice.below(30)) + "幢" + (101 + dice.below(20) * 100) + "室";
        return new PersonalRow(
                person.number(),
                "SIM" + number,
                name,
                idNumber(dice.below(10_000), LocalDate.ofEpochDay(person.birthDay()), serial),
                "154" + String.format(Locale.ROOT, "%08d", dice.below(100_000_000)),
                "sim" + number + "@example.invalid",
                address);
    }

    /** An identity number by GB 11643: region, birth date, serial (odd for men), check digit by ISO 7064 MOD 11-2. */
    static String idNumber(int region, LocalDate birth, int serial) {
        String body = "99" + String.format(Locale.ROOT, "%04d", region)
                + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format(Locale.ROOT, "%03d", serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + CHECK.charAt(sum % 11);
    }
}
