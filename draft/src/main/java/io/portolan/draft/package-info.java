/**
 * Drafts of catalogs: a table of a document in Markdown or HTML goes in, and a catalog class, its ledger and the list of what
 * a person must decide come out. A draft flags what it does not understand and never decides it.
 */
@org.jspecify.annotations.NullMarked
package io.portolan.draft;
