package io.portolan.benchmarks.start;

import io.portolan.catalogs.Catalogs;
import io.portolan.rds.Rds.Role;

/** The README's first question: the flows of an RD Gateway. */
public final class CatalogMain {
    private CatalogMain() {}

    /**
     * Prints the flows.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println(Catalogs.rds().flowsFrom(Role.GATEWAY));
    }
}
