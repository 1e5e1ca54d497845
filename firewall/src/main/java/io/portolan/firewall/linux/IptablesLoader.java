package io.portolan.firewall.linux;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes the script that loads both files and leads packets to our chains.
 *
 * <p>{@code iptables-restore --noflush} empties the chains that a file declares and fills them, in one step. It cannot lead
 * packets to them without doing so once more on every run: to add a rule only if it is not there takes a program. The script
 * asks first. So chains are filled before packets get there, and another run changes nothing but our chains.
 */
public final class IptablesLoader {
    private IptablesLoader() {}

    /**
     * Returns the script.
     *
     * @param name the beginning of the names of files and chains, which has letters, digits and hyphens alone
     * @param hooks where our chains are
     * @return a script for {@code sh}
     */
    public static String of(String name, Collection<Hook> hooks) {
        List<String> lines = new ArrayList<>();
        lines.add("#!/bin/sh");
        lines.add("# Made by Portolan. To load, as root: sh " + name + ".sh");
        lines.add("# That replaces the rules of all chains " + name
                + "-* of ours, has packets pass them first, and touches no" + " other rule.");
        lines.add("set -eu");
        lines.add("cd \"$(dirname \"$0\")\"");
        lines.add("");
        lines.add("load() { # $1 is iptables or ip6tables, $2 the file");
        lines.add("  \"$1-restore\" --wait --noflush <\"$2\"");
        for (Hook hook : Hook.values()) {
            String jump = Ascii.toUpperCase(hook.id()) + " -j " + name + "-" + hook.id();
            if (hooks.contains(hook)) {
                lines.add("  \"$1\" --wait -C " + jump + " 2>/dev/null || \"$1\" --wait -I " + jump);
            } else {
                lines.add("  while \"$1\" --wait -D " + jump + " 2>/dev/null; do :; done");
            }
        }
        lines.add("  # chains of ours that an earlier file had and this one has not");
        lines.add("  \"$1-save\" -t filter | sed -n 's/^:\\(" + name + "-[0-9][0-9a-f]\\{6\\}\\) .*/\\1/p;" + "s/^:\\("
                + name + "-\\(forward\\|input\\|output\\)\\) .*/\\1/p' >\"$old\"");
        lines.add("  for step in -F -X; do");
        lines.add("    while read -r chain; do");
        lines.add("      grep -q \"^:$chain \" \"$2\" || \"$1\" --wait \"$step\" \"$chain\"");
        lines.add("    done <\"$old\"");
        lines.add("  done");
        lines.add("}");
        lines.add("");
        lines.add("old=$(mktemp)");
        lines.add("trap 'rm -f \"$old\"' EXIT");
        lines.add("load iptables " + name + ".v4");
        lines.add("load ip6tables " + name + ".v6");
        return Joiner.on('\n').join(lines) + "\n";
    }
}
