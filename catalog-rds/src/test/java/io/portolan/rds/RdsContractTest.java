package io.portolan.rds;

import io.portolan.contract.CatalogContract;
import java.nio.file.Path;
import java.util.List;

/** The contract of catalogs, kept by that of Remote Desktop Services. */
class RdsContractTest extends CatalogContract {
    RdsContractTest() {
        super(Rds.catalog());
    }

    @Override
    protected List<Path> copiesOfDocuments() {
        return List.of(Path.of("..", "..", "shared", "seeds", "000_a935de1117899e16.txt"));
    }
}
