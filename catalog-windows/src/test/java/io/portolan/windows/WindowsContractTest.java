package io.portolan.windows;

import io.portolan.contract.CatalogContract;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The contract of catalogs, kept by that of Windows services. */
class WindowsContractTest extends CatalogContract {
    WindowsContractTest() {
        super(Windows.catalog());
    }

    @Override
    protected List<Path> copiesOfDocuments() {
        return List.of(Path.of("..", "..", "shared", "seeds", "002_707dc908b1b142c7.txt"));
    }

    /**
     * What the article says of the services on which Active Directory depends, which flows to a domain controller use, and
     * where the table sorted by port differs.
     */
    @Override
    protected Set<String> usedByNoFlow() {
        Set<String> unused = new HashSet<>(Set.of("dependencies-incomplete", "sysvol-replication", "wins-fallback"));
        Windows.portTableErrata().forEach(erratum -> unused.add(erratum.id()));
        return unused;
    }
}
