using Xunit.v3;

namespace Conformance.Suites.Scenarios.Support;

/// <summary>Names the scenario that a test is, and the requirements that it holds a server to; both are traits of the test.</summary>
/// <param name="id">The scenario's ID.</param>
/// <param name="requirements">Requirement IDs.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ScenarioAttribute(string id, params string[] requirements) : Attribute, ITraitAttribute
{
    /// <summary>The scenario's ID.</summary>
    public string Id { get; } = id;

    /// <summary>The requirements.</summary>
    public IReadOnlyList<string> Requirements { get; } = requirements;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [KeyValuePair.Create("scenario", Id), .. Requirements.Select(requirement => KeyValuePair.Create("requirement", requirement))];
}
