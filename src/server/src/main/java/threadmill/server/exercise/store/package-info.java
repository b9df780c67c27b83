/// Exercises as courses keep them: versions, dates, what is published, and what students have in
/// the editor.
@NullMarked
package threadmill.server.exercise.store;

import org.jspecify.annotations.NullMarked;
