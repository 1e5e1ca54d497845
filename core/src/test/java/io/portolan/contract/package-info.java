/**
 * The contract that every catalog keeps, as a test for authors of catalogs: {@link io.portolan.contract.CatalogContract}.
 *
 * <p>It is in the jar with the classifier {@code tests} of {@code portolan-core}, and needs JUnit and AssertJ.
 */
@org.jspecify.annotations.NullMarked
package io.portolan.contract;
