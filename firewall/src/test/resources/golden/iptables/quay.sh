#!/bin/sh
# Made by Portolan. To load, as root: sh quay.sh
# That replaces the rules of all chains quay-* of ours, has packets pass them first, and touches no other rule.
set -eu
cd "$(dirname "$0")"

load() { # $1 is iptables or ip6tables, $2 the file
  "$1-restore" --wait --noflush <"$2"
  while "$1" --wait -D FORWARD -j quay-forward 2>/dev/null; do :; done
  "$1" --wait -C INPUT -j quay-input 2>/dev/null || "$1" --wait -I INPUT -j quay-input
  "$1" --wait -C OUTPUT -j quay-output 2>/dev/null || "$1" --wait -I OUTPUT -j quay-output
  # chains of ours that an earlier file had and this one has not
  "$1-save" -t filter | sed -n 's/^:\(quay-[0-9][0-9a-f]\{6\}\) .*/\1/p;s/^:\(quay-\(forward\|input\|output\)\) .*/\1/p' >"$old"
  for step in -F -X; do
    while read -r chain; do
      grep -q "^:$chain " "$2" || "$1" --wait "$step" "$chain"
    done <"$old"
  done
}

old=$(mktemp)
trap 'rm -f "$old"' EXIT
load iptables quay.v4
load ip6tables quay.v6
