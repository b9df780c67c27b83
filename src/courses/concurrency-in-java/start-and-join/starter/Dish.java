/// Something to cook: `work` makes it, and takes a while.
record Dish(String name, Runnable work) {}
