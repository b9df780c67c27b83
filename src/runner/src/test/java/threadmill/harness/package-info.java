/// Tests of the harness that need modules opened, which is done for the runner's tests.
package threadmill.harness;
