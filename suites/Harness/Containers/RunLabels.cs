using System.Globalization;

namespace Conformance.Suites.Harness.Containers;

/// <summary>The labels that everything of one run carries, by which it is found again and removed, also after a crash.</summary>
/// <remarks>A run is alive while its process is: the labels name the machine's boot and process namespace, the process and when that started.</remarks>
public sealed class RunLabels
{
    /// <summary>The label that all resources of the suites have; its value is the run's ID.</summary>
    public const string Run = "conformance.run";

    private const string Place = "conformance.place";
    private const string Process = "conformance.process";

    /// <summary>How old something of a run on another machine must be, before it counts as left over.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(12);

    private readonly string _place;
    private readonly Func<int, string?> _started;

    /// <summary>Labels for a process.</summary>
    /// <param name="place">Tells machine and process namespace: process IDs mean something within one place only.</param>
    /// <param name="process">The process ID.</param>
    /// <param name="started">When the process with an ID started, in any form that is the same each time; null when there is none.</param>
    internal RunLabels(string place, int process, Func<int, string?> started)
    {
        _place = place;
        _started = started;
        Id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];
        All = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Run] = Id,
            [Place] = place,
            [Process] = string.Create(CultureInfo.InvariantCulture, $"{process} {started(process)}"),
        };
    }

    /// <summary>The run's ID, twelve hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>The labels.</summary>
    public IReadOnlyDictionary<string, string> All { get; }

    /// <summary>Labels for this process.</summary>
    public static RunLabels OfThisProcess() => new(ProcessFiles.Place(), Environment.ProcessId, ProcessFiles.Started);

    /// <summary>Whether something with labels is left over from a run that is dead.</summary>
    /// <param name="labels">Its labels.</param>
    /// <param name="created">When it was made.</param>
    /// <param name="now">The time.</param>
    public bool IsLeftOver(IReadOnlyDictionary<string, string> labels, DateTimeOffset created, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (!labels.ContainsKey(Run) || !labels.TryGetValue(Place, out string? place) || !labels.TryGetValue(Process, out string? owner))
        {
            return false;
        }

        if (place != _place)
        {
            return now - created > Forgotten;
        }

        string[] words = owner.Split(' ', 2);
        return words.Length < 2 || !int.TryParse(words[0], CultureInfo.InvariantCulture, out int process) || _started(process) != words[1];
    }
}
