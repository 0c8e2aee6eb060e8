#!/bin/sh
# Kills a sending process fifty times (or as often as the first argument says) at random moments of one wave, against a real
# PostgreSQL and a gateway that counts. Fails when anybody is touched twice or lost. Takes some eight seconds a kill.
set -eu
cd "$(dirname "$0")/../.."
exec ./mvnw -q -pl app -am test -Dtest=KilledSenderTests -Dsurefire.failIfNoSpecifiedTests=false \
  -Dspotless.check.skip -Dyinhang.kills="${1:-50}"
