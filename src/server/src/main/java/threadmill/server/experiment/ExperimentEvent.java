package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What an event of an experiment says, by its type: the `data` of the socket's messages.
///
/// An event is `{"seq": 7, "at": "2026-11-24T10:00:00Z", "type": "cell", "data": {…}}`; `seq`
/// counts from 1 without gaps.
sealed interface ExperimentEvent {

  /// The event's `type`.
  String type();

  /// It moved on, or its place in the queue did.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record State(ExperimentState state, @Nullable Integer queuePlace) implements ExperimentEvent {
    @Override
    public String type() {
      return "state";
    }
  }

  /// A repetition has begun.
  ///
  /// @param run id of its run, whose events can be followed
  record Began(int number, int cell, int take, int round, boolean warmUp, String run)
      implements ExperimentEvent {
    @Override
    public String type() {
      return "began";
    }
  }

  /// A repetition is over.
  record Measured(RepetitionView repetition, ExperimentView.Progress progress)
      implements ExperimentEvent {
    @Override
    public String type() {
      return "measured";
    }
  }

  /// What is known of a cell has changed; all of it.
  record Cell(CellView cell) implements ExperimentEvent {
    @Override
    public String type() {
      return "cell";
    }
  }

  /// Nothing more comes, unless a cell is measured again; the whole experiment is to be read anew.
  record Ended(Ending ending, String explanation) implements ExperimentEvent {
    @Override
    public String type() {
      return "ended";
    }
  }
}
