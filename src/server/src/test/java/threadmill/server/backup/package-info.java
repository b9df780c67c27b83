/// Tests of backups, on databases of their own.
@NullMarked
package threadmill.server.backup;

import org.jspecify.annotations.NullMarked;
