package io.portolan.ras;

import io.portolan.contract.CatalogContract;
import java.nio.file.Path;
import java.util.List;

/** The contract of catalogs, kept by that of Parallels RAS. */
class RasContractTest extends CatalogContract {
    RasContractTest() {
        super(Ras.catalog());
    }

    @Override
    protected List<Path> copiesOfDocuments() {
        return List.of(Path.of("..", "..", "shared", "seeds", "001_4a96bc54d1e1cace.txt"));
    }
}
