using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Encoding;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Corpus;

/// <summary>Honest archives and captures with random damage: whatever the verdict, the command reaches one.</summary>
[Collection(nameof(AloneInTheProcess))]
public class DamageTests
{
    private const int Rounds = 150;

    [Theory]
    [InlineData("MSPF/minimal", 1)]
    [InlineData("MSPF/minimal-zip", 2)]
    [InlineData("MSPF/minimal-tar", 3)]
    [InlineData("MSPF/rich", 4)]
    [InlineData("PST/partial", 5)]
    [InlineData("FED/devices", 6)]
    public void Command_BytesChanged_EndsWithAVerdict(string id, int seed)
    {
        CaseFile made = CaseFile.Of(id);
        byte[] whole = File.ReadAllBytes(made.Input);
        using var folder = new TemporaryFolder();
        string path = folder.File(Path.GetFileName(made.Input));
        var random = new SeededRandom((ulong)seed);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] damaged = Damage(whole, random);
            File.WriteAllBytes(path, damaged);

            CaseRun run = CaseRun.OfFile(path);

            // 0 valid, 1 invalid, 3 unreadable, 4 undetermined; 5 would be a fault of ours.
            new[] { 0, 1, 3, 4 }.ShouldContain(run.Exit, $"round {round}: {run.Error}");
        }
    }

    private static byte[] Damage(byte[] whole, SeededRandom random)
    {
        byte[] damaged = [.. whole];
        for (int i = random.Below(8); i >= 0; i--)
        {
            damaged[random.Below(damaged.Length)] = (byte)random.Below(256);
        }

        return random.Below(4) switch
        {
            0 => damaged[..random.Below(damaged.Length)],
            1 => Repeated(damaged, random),
            _ => damaged,
        };
    }

    /// <summary>A stretch of the bytes a second time, in the place of what was there.</summary>
    private static byte[] Repeated(byte[] bytes, SeededRandom random)
    {
        int length = 1 + random.Below(Math.Min(2000, bytes.Length - 1));
        bytes.AsSpan(random.Below(bytes.Length - length), length).ToArray().CopyTo(bytes, random.Below(bytes.Length - length));
        return bytes;
    }
}
