/// Exercises. From a zip to an exercise, one package a step, each knowing only those before it:
///
/// 1. `complaint`: what has to change, as values: path, line, message
/// 2. `file`: zip or directory to `Folder`, within bounds and allowed places, and back
/// 3. `yaml`: text to a tree that knows its lines
/// 4. `statement`: Markdown to HTML that is safe to show; the glossary
/// 5. `content`: `Folder` to `Exercise` and `CourseFolder`, all that is wrong told at once
///
/// docs/authoring.md is the format.
@NullMarked
package threadmill.server.exercise;

import org.jspecify.annotations.NullMarked;
