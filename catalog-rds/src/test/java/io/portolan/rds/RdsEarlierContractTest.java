package io.portolan.rds;

import io.portolan.contract.CatalogContract;
import java.nio.file.Path;
import java.util.List;

/** The contract of catalogs, kept by the edition of 2025-02-08. */
class RdsEarlierContractTest extends CatalogContract {
    RdsEarlierContractTest() {
        super(Rds.editions().get(0), "rds-2025-02-08");
    }

    @Override
    protected List<Path> copiesOfDocuments() {
        return List.of(Path.of("..", "..", "shared", "seeds", "000_a935de1117899e16.txt"));
    }
}
