/// What counts of what students hand in: dates and limits, what staff add by hand, results that
/// replace earlier ones, and the gradebook.
@NullMarked
package threadmill.server.submission;

import org.jspecify.annotations.NullMarked;
