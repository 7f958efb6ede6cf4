using System.Reflection;
using Conformance.Suites.Harness.Scenarios;
using Xunit;

namespace Conformance.Suites.Basics;

/// <summary>What holds of the scenarios themselves, with or without a container engine.</summary>
public class ScenarioListTests
{
    [Fact]
    public void Ids_OfAllScenarios_AreUnique()
    {
        string[] ids =
        [
            .. typeof(ScenarioListTests).Assembly.GetTypes()
                .SelectMany(type => type.GetMethods())
                .Select(method => method.GetCustomAttribute<ScenarioAttribute>()?.Id)
                .OfType<string>(),
        ];

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^BA-[1-9][0-9]*$", id));
    }
}
