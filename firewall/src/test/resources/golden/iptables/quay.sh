#!/bin/sh
# Made by Portolan. To load, as root: sh quay.sh
# That replaces the rules of all chains quay-* of ours, has packets pass them first, and touches no other rule.
# It loads IPv4 and IPv6, or neither.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Refuses files of another run.
check() { # $1 is the file, $2 its SHA-256
  if command -v sha256sum >/dev/null; then
    echo "$2  $1" | sha256sum -c >/dev/null 2>&1 || {
      echo "$1 is not the file that this script was made with; render both again" >&2
      exit 1
    }
  fi
}

# Writes the one step that is to be loaded.
prepare() { # $1 is iptables or ip6tables, $2 the file
  "$1-save" -t filter >"$work/$1.before"
  {
    sed '/^COMMIT$/d' "$2"
    # our jumps, wherever they are
    sed -n 's/^-A \(\(FORWARD\|INPUT\|OUTPUT\) -j quay-\(forward\|input\|output\)\)$/-D \1/p' "$work/$1.before"
    echo '-I INPUT -j quay-input'
    echo '-I OUTPUT -j quay-output'
    # chains of ours that an earlier file had and this one has not
    sed -n 's/^:\(quay-[0-9][0-9a-f]\{6\}\) .*/\1/p;s/^:\(quay-\(forward\|input\|output\)\) .*/\1/p' "$work/$1.before" >"$work/chains"
    for step in -F -X; do
      while read -r chain; do
        grep -q "^:$chain " "$2" || echo "$step $chain"
      done <"$work/chains"
    done
    echo COMMIT
  } >"$work/$1"
  "$1-restore" --wait --noflush --test <"$work/$1"
}

check quay.v4 b5c4fcf672d7ee538d5b00c2bc7f89205ac718fc3b9438d6249c715042a43681
check quay.v6 2d1b031074c5022d53d6ac40c5d72e53f7ecef8c7702fdfb277f693ef5d7dd6a
prepare iptables quay.v4
prepare ip6tables quay.v6
iptables-restore --wait --noflush <"$work/iptables"
ip6tables-restore --wait --noflush <"$work/ip6tables" || {
  iptables-restore --wait <"$work/iptables.before"
  exit 1
}
