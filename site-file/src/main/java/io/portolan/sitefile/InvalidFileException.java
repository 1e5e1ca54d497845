package io.portolan.sitefile;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** Says everything that is wrong with a file, where, and what would be right. */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ImmutableList<FileProblem> problems;

    /**
     * Makes an exception of problems.
     *
     * @param problems what is wrong, one problem or more
     * @throws IllegalArgumentException if there are none
     */
    public InvalidFileException(List<FileProblem> problems) {
        super(Joiner.on('\n').join(problems));
        checkArgument(!problems.isEmpty(), "a file without problems is valid");
        this.problems = ImmutableList.copyOf(problems);
    }

    /** Makes an exception of one problem. */
    InvalidFileException(FileProblem problem) {
        this(ImmutableList.of(problem));
    }

    /**
     * Returns what is wrong.
     *
     * @return problems in the order of the file, one or more
     */
    public ImmutableList<FileProblem> problems() {
        return problems;
    }
}
