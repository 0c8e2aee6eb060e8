#!/bin/sh
# Kills the worker thirty times (or as often as the first argument says) at random moments of days that are played, and compares
# what they come to with the same days lived in one go. Takes some fifteen seconds a kill.
set -eu
cd "$(dirname "$0")/../.."
exec ./mvnw -q -pl app -am test -Dtest=KilledDaysTests -Dsurefire.failIfNoSpecifiedTests=false \
  -Dspotless.check.skip -Dyinhang.kills="${1:-30}"
