/// What a student reads: Markdown made into HTML that is safe to show, and the words it explains.
@NullMarked
package threadmill.server.exercise.statement;

import org.jspecify.annotations.NullMarked;
