package threadmill.server.experiment;

import java.util.List;

/// All that an experiment measured: `GET /api/v1/experiments/{id}/results`.
record ResultsView(
    String id,
    long seed,
    ExperimentView.Method method,
    List<MachineView> machines,
    List<CellView> cells,
    List<SeriesView> series,
    List<RepetitionView> repetitions) {}
