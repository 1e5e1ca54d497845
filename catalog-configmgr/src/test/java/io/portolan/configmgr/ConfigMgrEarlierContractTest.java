package io.portolan.configmgr;

import io.portolan.contract.CatalogContract;
import java.nio.file.Path;
import java.util.List;

/** The contract of catalogs, kept by the edition before that of 2025-12-08. */
class ConfigMgrEarlierContractTest extends CatalogContract {
    ConfigMgrEarlierContractTest() {
        super(ConfigMgr.editions().get(0), "configmgr-earlier");
    }

    @Override
    protected List<Path> copiesOfDocuments() {
        return List.of(Path.of("..", "..", "shared", "seeds", "003_4b53f4d03886e4d3.txt"));
    }
}
