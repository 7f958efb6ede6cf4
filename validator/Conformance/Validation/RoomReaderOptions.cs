using Conformance.Pipeline;
using Conformance.Policy;

namespace Conformance.Validation;

/// <summary>How a room is read out of an input.</summary>
internal sealed record RoomReaderOptions
{
    /// <summary>What bounds the reading.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>Threads that hash events, at least 1; one more reads.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Told how far the run has come; null when nobody asks.</summary>
    public RunProgress? Progress { get; init; }
}
