package consumer;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.PortSetting;
import io.portolan.catalogs.Catalogs;
import io.portolan.net.DynamicPorts;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.rds.Rds;
import io.portolan.rds.Rds.Role;

/** Touches the public types, so that the compiler reads what they are annotated with. */
public final class GatewayFlows {
    private GatewayFlows() {}

    public static void main(String[] args) {
        for (Flow flow : Catalogs.rds().flowsFrom(Role.GATEWAY)) {
            System.out.println(flow.id());
        }
        Catalog<Role> rds = Rds.catalog();
        FlowSet<Role> directory = rds.flowsTo(Infrastructure.DOMAIN_CONTROLLER).over(IpProtocol.TCP);
        Endpoint source = directory.iterator().next().source();
        PortSetting setting = Rds.Ports.RDP;
        PortSet ports = setting.expected().union(DynamicPorts.of(50_000, 50_999).ports());
        FlowDraft draft = FlowDraft.flow(Role.CLIENT, Role.GATEWAY);
        System.out.println(source.title() + " " + Transport.tcp(ports) + " " + (draft != null));
    }
}
