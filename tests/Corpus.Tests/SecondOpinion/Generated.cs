using System.Text.Json;
using Conformance.Corpus.Tests.Support;
using Conformance.Generator.Rooms.Output;
using Conformance.Generator.Rooms.Recipes;
using Shouldly;

namespace Conformance.Corpus.Tests.SecondOpinion;

/// <summary>An archive that was generated for a test, of which a copy may be damaged: what Synapse gets is the copy, what the validator reads is not.</summary>
internal sealed class Generated : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _archive;
    private readonly string _copy;
    private readonly string _keys;

    public Generated(ArchiveRecipe recipe, ulong seed)
    {
        _archive = _folder.File("generated.tar");
        _copy = _folder.File("copy.tar");
        _keys = _folder.File("keys.json");
        string truth = _folder.File("truth.json");
        ArchiveOutput.Write(new GenerateOptions { Recipe = recipe, Seed = seed, Output = _archive, KeysFile = _keys, TruthFile = truth });
        File.Copy(_archive, _copy);
        Truth = Parse(File.ReadAllText(truth));
    }

    /// <summary>The truth file.</summary>
    public JsonElement Truth { get; private set; }

    /// <summary>Changes a letter of the copy.</summary>
    /// <param name="pattern">Bytes of the archive; where they stand last counts.</param>
    /// <param name="offset">How far behind their end the letter is.</param>
    public void Damage(ReadOnlySpan<byte> pattern, int offset)
    {
        byte[] bytes = File.ReadAllBytes(_copy);
        int at = bytes.AsSpan().LastIndexOf(pattern);
        at.ShouldBeGreaterThan(0, "the archive doesn't have these bytes");
        ref byte damaged = ref bytes[at + pattern.Length + offset];
        damaged = damaged == (byte)'A' ? (byte)'B' : (byte)'A';
        File.WriteAllBytes(_copy, bytes);
    }

    /// <summary>Changes the text of the truth file.</summary>
    public void ChangeTruth(Func<string, string> change) => Truth = Parse(change(Truth.GetRawText()));

    /// <summary>What Synapse says of the copy.</summary>
    public Opinion Ask() => Opinion.Of(_copy, _keys);

    /// <summary>What the validator says of the archive.</summary>
    public IReadOnlyDictionary<string, RoomOpinion> Own() => OwnOpinion.Of(_archive, Truth);

    /// <summary>Where they don't say the same.</summary>
    public IEnumerable<string> Disagreements() => Ask().Disagreements(Own(), Truth);

    public void Dispose() => _folder.Dispose();

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
