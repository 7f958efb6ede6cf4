using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents;

public sealed class FaultSetTests
{
    [Fact]
    public void Contains_EveryKind_OnlyWhatWasPutIn()
    {
        FaultKind[] kinds = Enum.GetValues<FaultKind>();
        kinds.Length.ShouldBeLessThanOrEqualTo(128);
        foreach (FaultKind kind in kinds)
        {
            FaultSet set = FaultSet.Of(kind);

            kinds.Where(set.Contains).ShouldBe([kind]);
            set.IsEmpty.ShouldBeFalse();
            set.Overlaps(FaultSet.Of(kinds)).ShouldBeTrue();
            set.Overlaps(FaultSet.Of([.. kinds.Where(other => other != kind)])).ShouldBeFalse();
        }

        default(FaultSet).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void With_KindsBeyond64_KeptApart()
    {
        FaultSet set = default(FaultSet).With((FaultKind)3).With((FaultKind)67).With((FaultKind)127);

        Enumerable.Range(0, 128).Where(i => set.Contains((FaultKind)i)).ShouldBe([3, 67, 127]);
    }
}
