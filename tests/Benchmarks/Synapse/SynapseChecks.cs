using System.Text.Json;
using Conformance.Benchmarks.Processes;

namespace Conformance.Benchmarks.Synapse;

/// <summary>What <c>checks.py</c> said.</summary>
/// <param name="Versions">Versions of Synapse and Python.</param>
/// <param name="Events">How many events it checked.</param>
/// <param name="Failures">How many checks failed.</param>
/// <param name="FirstFailure">The first of them.</param>
/// <param name="PeakBytes">Largest resident set.</param>
/// <param name="Steps">Seconds and CPU seconds of each step.</param>
internal sealed record SynapseChecks(
    string Versions, int Events, int Failures, string? FirstFailure, long PeakBytes, IReadOnlyList<(string Name, double Wall, double Cpu)> Steps)
{
    private const string Signatures = "signatures";

    /// <summary>The path of the script.</summary>
    public static string Script => Path.Combine(Published.Root(), "tests", "Benchmarks", "Synapse", "checks.py");

    /// <summary>Seconds of all steps.</summary>
    public double Wall => Steps.Sum(step => step.Wall);

    /// <summary>CPU seconds of all steps.</summary>
    public double Cpu => Steps.Sum(step => step.Cpu);

    /// <summary>Seconds of all steps but the signatures.</summary>
    public double WallWithoutSignatures => Steps.Where(step => step.Name != Signatures).Sum(step => step.Wall);

    /// <summary>CPU seconds of all steps but the signatures.</summary>
    public double CpuWithoutSignatures => Steps.Where(step => step.Name != Signatures).Sum(step => step.Cpu);

    /// <summary>Reads what the script printed.</summary>
    public static SynapseChecks Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        return new SynapseChecks(
            $"Synapse {root.GetProperty("synapse").GetString()} on Python {root.GetProperty("python").GetString()}",
            root.GetProperty("events").GetInt32(),
            root.GetProperty("failures").GetInt32(),
            root.GetProperty("firstFailure").GetString(),
            root.GetProperty("peakBytes").GetInt64(),
            [.. root.GetProperty("steps").EnumerateObject().Select(step => (step.Name, step.Value[0].GetDouble(), step.Value[1].GetDouble()))]);
    }
}
