using System.Reflection;
using System.Runtime.CompilerServices;
using Conformance.Suites.Harness.Targets;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Conformance.Suites.Harness.Scenarios;

/// <summary>A scenario of a suite: a test that runs once for each target that was chosen, whose name is the test's only argument.</summary>
/// <param name="id">The scenario's ID, which never changes.</param>
/// <param name="title">What must be so, in a few words.</param>
/// <param name="sourceFilePath">Filled in by the compiler.</param>
/// <param name="sourceLineNumber">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute(string id, string title, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber), IDataAttribute, ITraitAttribute
{
    /// <summary>The scenario's ID.</summary>
    public string Id { get; } = id;

    /// <summary>What must be so.</summary>
    public string Title { get; } = title;

    /// <summary>The IDs of the requirements that it shows, separated by spaces.</summary>
    public string Requirements { get; set; } = "";

    /// <summary>Why the scenario is switched off; null when it isn't.</summary>
    public string? Disabled { get; set; }

    bool? IDataAttribute.Explicit => null;

    string? IDataAttribute.Label => null;

    string? IDataAttribute.Skip => null;

    Type? IDataAttribute.SkipType => null;

    string? IDataAttribute.SkipUnless => null;

    string? IDataAttribute.SkipWhen => null;

    string? IDataAttribute.TestDisplayName => null;

    int? IDataAttribute.Timeout => null;

    string[]? IDataAttribute.Traits => null;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IReadOnlyList<TargetDefinition> targets = TargetCatalog.Choose(RepositoryFolders.Targets, Environment.GetEnvironmentVariable(TargetCatalog.Variable));
        return new([.. targets.Select(target => new TheoryDataRow<string>(target.Name) { TestDisplayName = $"{Id} {Title}", Traits = { ["Target"] = [target.Name] } })]);
    }

    /// <inheritdoc/>
    public bool SupportsDiscoveryEnumeration() => true;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [new("Scenario", Id), .. Requirements.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(requirement => KeyValuePair.Create("Requirement", requirement))];
}
