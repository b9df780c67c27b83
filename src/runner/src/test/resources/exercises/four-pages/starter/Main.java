void main() {
  // Read four lines, and count the words of each on a thread of its own.
}
