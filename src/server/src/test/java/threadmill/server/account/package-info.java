@NullMarked
package threadmill.server.account;

import org.jspecify.annotations.NullMarked;
