package io.portolan.firewall.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes the script that loads both files and leads packets to our chains.
 *
 * <p>{@code iptables-restore --noflush} empties the chains that a file declares and fills them, in one step. The script adds
 * to that step whatever depends on what is loaded already: it takes our jumps away and puts them first, above rules that
 * others have inserted meanwhile, and removes chains of ours that the file no longer has. Both families are tried before
 * either is loaded, and if the second fails all the same, the first is put back.
 */
public final class IptablesLoader {
    private IptablesLoader() {}

    /**
     * Returns the script.
     *
     * @param name the beginning of the names of files and chains, which has letters, digits and hyphens alone
     * @param hooks where our chains are
     * @param ipv4 the text of the file for IPv4
     * @param ipv6 the text of the file for IPv6
     * @return a script for {@code sh}
     */
    public static String of(String name, Collection<Hook> hooks, String ipv4, String ipv6) {
        List<String> lines = new ArrayList<>();
        lines.add("#!/bin/sh");
        lines.add("# Made by Portolan. To load, as root: sh " + name + ".sh");
        lines.add("# That replaces the rules of all chains " + name
                + "-* of ours, has packets pass them first, and touches no other rule.");
        lines.add("# It loads IPv4 and IPv6, or neither.");
        lines.add("set -eu");
        lines.add("cd \"$(dirname \"$0\")\"");
        lines.add("work=$(mktemp -d)");
        lines.add("trap 'rm -rf \"$work\"' EXIT");
        lines.add("");
        lines.add("# Refuses files of another run.");
        lines.add("check() { # $1 is the file, $2 its SHA-256");
        lines.add("  if command -v sha256sum >/dev/null; then");
        lines.add("    echo \"$2  $1\" | sha256sum -c >/dev/null 2>&1 || {");
        lines.add("      echo \"$1 is not the file that this script was made with; render both again\" >&2");
        lines.add("      exit 1");
        lines.add("    }");
        lines.add("  fi");
        lines.add("}");
        lines.add("");
        lines.add("# Writes the one step that is to be loaded.");
        lines.add("prepare() { # $1 is iptables or ip6tables, $2 the file");
        lines.add("  \"$1-save\" -t filter >\"$work/$1.before\"");
        lines.add("  {");
        lines.add("    sed '/^COMMIT$/d' \"$2\"");
        lines.add("    # our jumps, wherever they are");
        lines.add("    sed -n 's/^-A \\(\\(FORWARD\\|INPUT\\|OUTPUT\\) -j " + name
                + "-\\(forward\\|input\\|output\\)\\)$/-D \\1/p' \"$work/$1.before\"");
        for (Hook hook : Hook.values()) {
            if (hooks.contains(hook)) {
                lines.add("    echo '-I " + Ascii.toUpperCase(hook.id()) + " -j " + name + "-" + hook.id() + "'");
            }
        }
        lines.add("    # chains of ours that an earlier file had and this one has not");
        lines.add("    sed -n 's/^:\\(" + name + "-[0-9][0-9a-f]\\{6\\}\\) .*/\\1/p;" + "s/^:\\(" + name
                + "-\\(forward\\|input\\|output\\)\\) .*/\\1/p' \"$work/$1.before\" >\"$work/chains\"");
        lines.add("    for step in -F -X; do");
        lines.add("      while read -r chain; do");
        lines.add("        grep -q \"^:$chain \" \"$2\" || echo \"$step $chain\"");
        lines.add("      done <\"$work/chains\"");
        lines.add("    done");
        lines.add("    echo COMMIT");
        lines.add("  } >\"$work/$1\"");
        lines.add("  \"$1-restore\" --wait --noflush --test <\"$work/$1\"");
        lines.add("}");
        lines.add("");
        lines.add("check " + name + ".v4 " + hash(ipv4));
        lines.add("check " + name + ".v6 " + hash(ipv6));
        lines.add("prepare iptables " + name + ".v4");
        lines.add("prepare ip6tables " + name + ".v6");
        lines.add("iptables-restore --wait --noflush <\"$work/iptables\"");
        lines.add("ip6tables-restore --wait --noflush <\"$work/ip6tables\" || {");
        lines.add("  iptables-restore --wait <\"$work/iptables.before\"");
        lines.add("  exit 1");
        lines.add("}");
        return Joiner.on('\n').join(lines) + "\n";
    }

    private static String hash(String text) {
        return Hashing.sha256().hashString(text, UTF_8).toString();
    }
}
