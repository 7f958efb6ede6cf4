using Conformance.Suites.Harness.Docker;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Docker;

/// <summary>Frames as the Docker Engine API documents them for attach.</summary>
public class FramedOutputTests
{
    private static readonly byte[] Both = [1, 0, 0, 0, 0, 0, 0, 2, .. "a\n"u8, 2, 0, 0, 0, 0, 0, 0, 3, .. "bc\n"u8, 1, 0, 0, 0, 0, 0, 0, 1, .. "d"u8];

    [Fact]
    public async Task Read_Together_KeepsTheOrder() =>
        (await FramedOutput.ReadAsync(new MemoryStream(Both), apart: false, TestContext.Current.CancellationToken)).ShouldBe(("a\nbc\nd", ""));

    [Fact]
    public async Task Read_Apart_TellsErrorsFromOutput() =>
        (await FramedOutput.ReadAsync(new MemoryStream(Both), apart: true, TestContext.Current.CancellationToken)).ShouldBe(("a\nd", "bc\n"));

    [Fact]
    public async Task Read_EndsWithinAFrame_GivesWhatCame() =>
        (await FramedOutput.ReadAsync(new MemoryStream(Both[..^2]), apart: false, TestContext.Current.CancellationToken)).Output.ShouldBe("a\nbc\n");
}
