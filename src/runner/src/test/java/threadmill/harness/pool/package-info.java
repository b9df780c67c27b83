/// Tests of the harness that need a Java compiler, which its own module does not read.
package threadmill.harness.pool;
