#!/bin/sh
# Made by Portolan. To load, as root: sh portolan.sh
# That replaces the rules of all chains portolan-* of ours, has packets pass them first, and touches no other rule.
set -eu
cd "$(dirname "$0")"

load() { # $1 is iptables or ip6tables, $2 the file
  "$1-restore" --wait --noflush <"$2"
  "$1" --wait -C FORWARD -j portolan-forward 2>/dev/null || "$1" --wait -I FORWARD -j portolan-forward
  while "$1" --wait -D INPUT -j portolan-input 2>/dev/null; do :; done
  while "$1" --wait -D OUTPUT -j portolan-output 2>/dev/null; do :; done
  # chains of ours that an earlier file had and this one has not
  "$1-save" -t filter | sed -n 's/^:\(portolan-[0-9][0-9a-f]\{6\}\) .*/\1/p;s/^:\(portolan-\(forward\|input\|output\)\) .*/\1/p' >"$old"
  for step in -F -X; do
    while read -r chain; do
      grep -q "^:$chain " "$2" || "$1" --wait "$step" "$chain"
    done <"$old"
  done
}

old=$(mktemp)
trap 'rm -f "$old"' EXIT
load iptables portolan.v4
load ip6tables portolan.v6
