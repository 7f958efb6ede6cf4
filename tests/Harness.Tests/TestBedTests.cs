using Conformance.Suites.Harness.Targets;
using Conformance.Suites.Harness.Tests.Support;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests;

/// <summary>The whole, with the engine of this machine and real servers.</summary>
public class TestBedTests
{
    [Theory]
    [InlineData("synapse-sqlite")]
    [InlineData("synapse-postgres")]
    public async Task Start_SynapseTarget_AnswersClientsAndServersAlsoAfterARestart(string name)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using TestBed bed = await Engine.BedOrSkipAsync();
        TargetDefinition definition = TargetCatalog.Choose(Path.Combine(Repository.Root, "suites", "targets"), name)[0];
        await using Target target = await Engine.OrSkipAsync(() => bed.StartAsync(definition, new TargetOptions(), cancellation));

        (await target.Federation.GetStringAsync("/_matrix/federation/v1/version", cancellation)).ShouldContain("Synapse");
        await target.Container!.StopAsync(cancellation);
        await target.Container.StartAsync(cancellation);
        (await target.Federation.GetStringAsync("/_matrix/key/v2/server", cancellation)).ShouldContain("hs1");
    }
}
