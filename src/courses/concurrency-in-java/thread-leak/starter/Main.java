// Three workers deliver twelve parcels. Everything is delivered, and the program does not end.

void main() {
  try (var workers = new Workers(3)) {
    for (int parcel = 1; parcel <= 12; parcel++) {
      int number = parcel;
      workers.submit(() -> deliver(number));
    }
  }
  IO.println("closing time");
}

void deliver(int parcel) {
  try {
    Thread.sleep(30);
    IO.println("parcel " + parcel + " is delivered");
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}
