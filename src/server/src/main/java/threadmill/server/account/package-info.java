/// People with accounts: how they get one, sign in, and leave.
@NullMarked
package threadmill.server.account;

import org.jspecify.annotations.NullMarked;
