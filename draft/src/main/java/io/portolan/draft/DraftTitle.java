package io.portolan.draft;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.catalog.Document;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The names that a draft bears: of its class, its catalog and the document that it was read from.
 *
 * @param packageName the package of the class, such as {@code com.example.shop}
 * @param className the simple name of the class, such as {@code Shop}
 * @param catalogId the identifier of the catalog, such as {@code shop}
 * @param catalogTitle the name of the product
 * @param document the document
 */
public record DraftTitle(
        String packageName, String className, String catalogId, String catalogTitle, Document document) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * Refuses names that Java or a catalog would refuse.
     *
     * @param packageName the package of the class
     * @param className the simple name of the class
     * @param catalogId the identifier of the catalog
     * @param catalogTitle the name of the product
     * @param document the document
     * @throws IllegalArgumentException if a name is malformed
     */
    public DraftTitle {
        checkArgument(
                SourceVersion.isName(packageName),
                "not the name of a package: %s; expected one such as com.example",
                packageName);
        checkArgument(
                SourceVersion.isIdentifier(className) && !SourceVersion.isKeyword(className),
                "not the name of a class: %s; expected one such as Shop",
                className);
        checkArgument(
                ID.matcher(catalogId).matches(),
                "not an id for a catalog: %s; expected lower-case letters, digits and single hyphens",
                catalogId);
        checkArgument(!catalogTitle.isBlank(), "the catalog has no title");
    }
}
