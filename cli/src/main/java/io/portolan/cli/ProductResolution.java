package io.portolan.cli;

import io.portolan.cli.file.Product;
import io.portolan.site.OpenQuestions;
import io.portolan.site.OpenQuestionsException;
import io.portolan.site.Question;
import io.portolan.site.Resolution;
import java.util.ArrayList;
import java.util.List;

/** The flows of one product of a site, by the name that tells it from others of its catalog. */
record ProductResolution(String name, Resolution resolution) {
    /** Resolves products, or fails with every question that is open where none may be. */
    static List<ProductResolution> all(List<Product> products, OpenQuestions open) {
        List<ProductResolution> resolved = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (Product product : products) {
            try {
                resolved.add(
                        new ProductResolution(product.name(), product.site().resolve(product.catalog(), open)));
            } catch (OpenQuestionsException e) {
                for (Question question : e.questions()) {
                    questions.add(product.name() + ": " + question);
                }
            }
        }
        if (!questions.isEmpty()) {
            throw new CommandFailure(
                    "the site leaves " + ResolutionTable.count(questions.size(), "question") + " open:", questions);
        }
        return resolved;
    }
}
