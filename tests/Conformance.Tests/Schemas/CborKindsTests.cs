using System.Formats.Cbor;
using System.Numerics;
using Conformance.Documents;
using Conformance.Schemas;
using Shouldly;
using Xunit;
using static Conformance.Tests.Schemas.SchemaSupport;

namespace Conformance.Tests.Schemas;

/// <summary>What only CBOR has is of no JSON type, and fails any <c>type</c>.</summary>
public sealed class CborKindsTests
{
    private const string AnyType = """{"type":["null","boolean","object","array","number","string"]}""";

    public static TheoryData<string> OnlyInCbor => ["bytes", "undefined", "simple", "nan", "infinity"];

    [Theory]
    [MemberData(nameof(OnlyInCbor))]
    public void Type_ValueWithoutLikeInJson_IsOfNone(string what)
    {
        Node node = Write(what);

        Compile(AnyType).IsValid(node).ShouldBeFalse();
        Compile("true").IsValid(node).ShouldBeTrue();
        Compile("""{"minLength":5,"minimum":5,"minItems":5,"minProperties":5,"multipleOf":5,"format":"date"}""").IsValid(node).ShouldBeTrue();
        Compile("""{"enum":[null,false,0,"",[],{}]}""").IsValid(node).ShouldBeFalse();
        Compile(AnyType).Evaluate(node).ShouldHaveSingleItem().Actual.ShouldNotBeEmpty();
    }

    [Fact]
    public void Properties_NameThatIsNoText_IsAdditional()
    {
        Node node = Cbor(writer =>
        {
            writer.WriteStartMap(1);
            writer.WriteInt32(1);
            writer.WriteInt32(2);
            writer.WriteEndMap();
        });

        Compile("""{"properties":{"1":false}}""").IsValid(node).ShouldBeTrue();
        Compile("""{"additionalProperties":false}""").Evaluate(node).ShouldHaveSingleItem().Name.ShouldBe("1");
        Compile("""{"propertyNames":{"type":"string"}}""").IsValid(node).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"const":18446744073709551616}""")]
    [InlineData("""{"const":18446744073709551616.0}""")]
    [InlineData("""{"const":1.8446744073709551616e19}""")]
    [InlineData("""{"minimum":18446744073709551616,"maximum":18446744073709551616}""")]
    [InlineData("""{"exclusiveMinimum":18446744073709551615,"exclusiveMaximum":18446744073709551617}""")]
    [InlineData("""{"multipleOf":4294967296,"type":"integer"}""")]
    public void Numbers_Bignum_ComparesExactly(string schema)
    {
        Compile(schema).IsValid(Cbor(writer => writer.WriteBigInteger(BigInteger.Pow(2, 64)))).ShouldBeTrue();
        Compile(schema).IsValid(Cbor(writer => writer.WriteBigInteger(BigInteger.Pow(2, 64) + 1))).ShouldBeFalse();
    }

    [Fact]
    public void Numbers_SameFloatInBothEncodings_IsTheSameNumber()
    {
        CompiledSchema schema = Compile("""{"const":0.1,"multipleOf":0.01}""");

        schema.IsValid(Json("0.1")).ShouldBeTrue();
        schema.IsValid(Json("1e-1")).ShouldBeTrue();
        schema.IsValid(Cbor(writer => writer.WriteDouble(0.1))).ShouldBeTrue();
        schema.IsValid(Cbor(writer => writer.WriteSingle(0.1f))).ShouldBeFalse();
    }

    [Fact]
    public void UniqueItems_ManyOfMixedKinds_SeesEqualNumbers()
    {
        static void Write(CborWriter writer, double last)
        {
            writer.WriteStartArray(9);
            writer.WriteNull();
            writer.WriteBoolean(true);
            writer.WriteTextString("a");
            writer.WriteByteString("a"u8);
            writer.WriteInt32(1);
            writer.WriteInt32(2);
            writer.WriteInt32(3);
            writer.WriteDouble(double.NaN);
            writer.WriteDouble(last);
            writer.WriteEndArray();
        }

        CompiledSchema schema = Compile("""{"uniqueItems":true}""");

        schema.IsValid(Cbor(writer => Write(writer, 2.5))).ShouldBeTrue();
        schema.IsValid(Cbor(writer => Write(writer, 2.0))).ShouldBeFalse();
    }

    private static Node Write(string what) => Cbor(writer =>
    {
        switch (what)
        {
            case "bytes":
                writer.WriteByteString("abc"u8);
                break;
            case "undefined":
                writer.WriteSimpleValue(CborSimpleValue.Undefined);
                break;
            case "simple":
                writer.WriteSimpleValue((CborSimpleValue)99);
                break;
            case "nan":
                writer.WriteDouble(double.NaN);
                break;
            default:
                writer.WriteDouble(double.PositiveInfinity);
                break;
        }
    });
}
