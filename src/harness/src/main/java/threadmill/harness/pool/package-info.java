/// What a woven program calls in place of the JDK's shared things, and what serves many programs in
/// one JVM. Exported to the loader of each run alone; a program cannot name it, since it is on no
/// [allow-list][threadmill.harness.weave.AllowList].
@NullMarked
package threadmill.harness.pool;

import org.jspecify.annotations.NullMarked;
