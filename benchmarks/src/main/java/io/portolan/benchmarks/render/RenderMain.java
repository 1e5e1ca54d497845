package io.portolan.benchmarks.render;

import io.portolan.benchmarks.Estate;
import io.portolan.firewall.Nftables;
import io.portolan.planner.Planner;

/** Plans a site and renders it, as a program of its own. */
public final class RenderMain {
    private RenderMain() {}

    /**
     * Prints the text for nftables.
     *
     * @param arguments how many hosts the site has
     */
    public static void main(String[] arguments) {
        System.out.print(Nftables.render(Planner.plan(Estate.of(Integer.parseInt(arguments[0])), Estate.products()))
                .files()
                .get(0)
                .text());
    }
}
