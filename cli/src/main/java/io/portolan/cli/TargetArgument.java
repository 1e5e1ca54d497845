package io.portolan.cli;

import io.portolan.cli.text.Nearest;
import io.portolan.firewall.Target;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of firewall. */
final class TargetArgument implements ITypeConverter<Target>, Iterable<String> {
    @Override
    public Target convert(String text) {
        return Arrays.stream(Target.values())
                .filter(target -> target.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(Nearest.unknown("target", text, ids())));
    }

    private static List<String> ids() {
        return Arrays.stream(Target.values()).map(Target::id).toList();
    }

    @Override
    public Iterator<String> iterator() {
        return ids().iterator();
    }
}
