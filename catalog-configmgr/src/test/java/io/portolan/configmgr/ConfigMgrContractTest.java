package io.portolan.configmgr;

import io.portolan.contract.CatalogContract;
import java.nio.file.Path;
import java.util.List;

/** The contract of catalogs, kept by that of Configuration Manager. */
class ConfigMgrContractTest extends CatalogContract {
    ConfigMgrContractTest() {
        super(ConfigMgr.catalog());
    }

    @Override
    protected List<Path> copiesOfDocuments() {
        return List.of(Path.of("..", "..", "shared", "seeds", "003_4b53f4d03886e4d3.txt"));
    }
}
