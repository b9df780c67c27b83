/// Two runs or cells of experiments side by side: what differs between them, and which was faster.
@NullMarked
package threadmill.server.comparison;

import org.jspecify.annotations.NullMarked;
