/// The sandbox: a child JVM in namespaces of its own, with what it may see and use.
@NullMarked
package threadmill.runner.sandbox;

import org.jspecify.annotations.NullMarked;
