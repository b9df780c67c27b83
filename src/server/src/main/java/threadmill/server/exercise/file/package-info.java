/// Folders of exercises and courses in memory, from zips and directories and back.
@NullMarked
package threadmill.server.exercise.file;

import org.jspecify.annotations.NullMarked;
