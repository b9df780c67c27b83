/// Starts and stops the server: flags, home folder, database, and then the web.
@NullMarked
package threadmill.server.main;

import org.jspecify.annotations.NullMarked;
