#!/bin/sh
# Kills a filling demo ten times (or as often as the first argument says) at random moments, then its worker, and compares what
# it comes to with a bank filled in one go. Takes some twenty seconds a kill.
set -eu
cd "$(dirname "$0")/../.."
exec ./mvnw -q -pl app -am test -Dtest=KilledDemoTests -Dsurefire.failIfNoSpecifiedTests=false \
  -Dspotless.check.skip -Dyinhang.kills="${1:-10}"
