@NullMarked
package threadmill.server.statistics;

import org.jspecify.annotations.NullMarked;
